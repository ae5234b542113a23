/** Portuguese, of Brazil and of Portugal. */
import type { LanguageWords } from './language-words.ts';

export const portuguese: LanguageWords = {
  fields: {
    'card-detail':
      'titular, titular do cartao, nome no cartao, nome impresso, codigo de seguranca, validade, data de validade, vencimento',
    'card-number': 'numero do cartao, numero de cartao, cartao de credito, cartao de debito',
    email: 'correio eletronico, endereco de email, endereco de e mail, seu e mail',
    tel: 'telefone*, celular, telemovel, whatsapp, ddd',
    'zip-code': '=cep, codigo postal, seu cep, digite o cep',
    age: 'idade, faixa etaria',
    'birth-date': 'nascimento, *nascimento, aniversario',
    gender: 'genero, sexo',
    country: '=pais, pais de residencia, seu pais',
    'postal-address':
      'endereco*, morada, =rua, rua e numero, logradouro, bairro, cidade, estado, municipio, concelho, distrito',
    'user-name': 'usuario, nome de usuario, utilizador, nome de utilizador',
    search: 'buscar, busca, pesquisar, pesquisa, procurar',
    name: 'nome, nomes, sobrenome, apelido, nome completo, seu nome, primeiro nome, ultimo nome',
  },
  purposes: {
    newsletter:
      'assine, assinar, assinatura, boletim, inscreva*, inscrever, inscricao, novidades, noticias, cadastre*, receba, receber novidades, lista de e mail, fique por dentro, subscreve*',
    textMessages: 'mensagem de texto, mensagens de texto, por sms, alertas sms',
    sweepstakes: 'sorteio*, concurso*, ganhe, ganhar, concorra, promocao',
    job: 'emprego*, vaga, vagas, candidat*, curriculo, trabalhe conosco',
    tellAFriend: 'a um amigo, para um amigo, ao seu amigo, indique um amigo, convide um amigo, convide amigos',
    logIn:
      'fazer login, faca login, entrar, criar conta, criar uma conta, crie uma conta, uma conta, minha conta, esqueceu a senha, esqueci minha senha',
    contact:
      'contato, contacto, fale conosco, mensagem, mensagens, sua mensagem, pergunta, perguntas, duvida, duvidas, comentario*, fale connosco',
    payment: 'finalizar compra, finalizar pedido, endereco de cobranca, forma de pagamento, metodo de pagamento',
  },
  helping: {
    mobile: 'celular, telemovel',
    landline: 'fixo, telefone fixo',
    ofMusic: 'musica, cancao, album, banda, grupo, artista, cantor, cantora, baterista',
    friend: 'amigo, amigos, amiga, amigas, destinatario*',
    consent:
      'aceito, aceitar, concordo, concordar, condicoes, termos, privacidade, consinto, consentimento, receber, autorizo, desejo',
    ofAge: 'maior de 13, maior de 16, maior de 18, mais de 16, mais de 18, 13 anos, 16 anos, 18 anos, maior de idade',
    notAPerson: 'empresa, artista, musica, banda, grupo, lista, arquivo, album, escola, produto, evento',
    part: 'dia, mes, ano, aaaa, numero',
    ignored: 'vale presente, cartao presente, genero musical, genero favorito, endereco ip, estado civil',
  },
};
